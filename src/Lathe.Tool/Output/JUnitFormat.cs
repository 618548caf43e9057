using System.Text;
using System.Xml;

namespace Lathe.Tool.Output;

/// <summary>Writes JUnit XML, which test-report tabs show: a test case a finding, failed where the finding is an error.</summary>
internal static class JUnitFormat
{
    private static readonly XmlWriterSettings s_settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    public static void Write(Report report, TextWriter output)
    {
        using var xml = XmlWriter.Create(output, s_settings);
        var failures = report.Findings.Count(finding => finding.Level == FindingLevel.Error);
        var tests = Math.Max(1, report.Findings.Count);
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, tests, failures);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", report.Title);
        WriteCounts(xml, tests, failures);
        foreach (var finding in report.Findings)
            WriteCase(xml, report, finding);

        // A report without a test case reads as "nothing ran".
        if (report.Findings.Count == 0)
            WriteStart(xml, report.Title, report.Summary);
        xml.WriteEndDocument();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteCase(XmlWriter xml, Report report, Finding finding)
    {
        var place = finding.Locations.Count > 0
            ? $"{finding.Locations[0].File}({finding.Locations[0].Line},{finding.Locations[0].Column})"
            : string.Empty;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"{report.Title}.{finding.Code}");
        xml.WriteAttributeString("name", Clean(place.Length == 0 ? finding.Message : $"{place}: {finding.Message}"));
        if (finding.Level == FindingLevel.Error)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", finding.Code);
            xml.WriteAttributeString("message", Clean(finding.Message));
            xml.WriteString(place);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteStart(XmlWriter xml, string className, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", className);
        xml.WriteAttributeString("name", name);
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", XmlConvert.ToString(tests));
        xml.WriteAttributeString("failures", XmlConvert.ToString(failures));
        xml.WriteAttributeString("errors", "0");
    }

    // Schemas may hold characters that XML cannot.
    private static string Clean(string text) =>
        string.Concat(text.Select(unit => XmlConvert.IsXmlChar(unit) ? unit : '\uFFFD'));
}

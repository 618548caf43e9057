using System.Runtime.Versioning;
using System.Text;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Tests.Files;

/// <summary>Files are replaced whole, and stay what they were apart from their text.</summary>
public sealed class TextFilesTests
{
    [Theory]
    [InlineData("a\r\nb\r\n", "x\ny\n", "x\r\ny\r\n")]
    [InlineData("\uFEFFa\nb\n", "x\ny\n", "\uFEFFx\ny\n")]
    [InlineData("a\nb\n", "x\ny\n", "x\ny\n")]
    public void LineEndsAndMarkStay(string before, string text, string after)
    {
        using var run = new ToolRun();
        var path = Path.Combine(run.Folder, "s.graphql");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(before));
        Assert.True(TextFiles.WriteAtomically(path, text));
        Assert.Equal(after, Encoding.UTF8.GetString(File.ReadAllBytes(path)));
        Assert.False(TextFiles.WriteAtomically(path, text));
        Assert.Single(Directory.GetFiles(run.Folder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void TheTargetOfALinkIsWrittenAndKeepsItsRights()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links and rights of Unix");
        using var run = new ToolRun(("real/s.graphql", "old"));
        var (real, link) = (Path.Combine(run.Folder, "real", "s.graphql"), Path.Combine(run.Folder, "s.graphql"));
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, real);
        TextFiles.WriteAtomically(link, "new");
        Assert.Equal(real, new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(real));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(real));
    }

    [Fact]
    public void WhatCannotBeWrittenLeavesNothingBehind()
    {
        using var run = new ToolRun(("file", "text"), ("folder/s.graphql/x", ""));
        Assert.Contains(
            "cannot be written",
            Assert.Throws<ToolException>(() => TextFiles.WriteAtomically(Path.Combine(run.Folder, "file", "s.graphql"), "new")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ToolException>(() => TextFiles.WriteAtomically(Path.Combine(run.Folder, "folder", "s.graphql"), "new"));
        Assert.Equal(["file"], Directory.GetFiles(run.Folder).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFiles(Path.Combine(run.Folder, "folder")));
    }
}

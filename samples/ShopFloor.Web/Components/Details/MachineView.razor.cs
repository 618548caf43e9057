using MachineMetrics;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ShopFloor.Web.Live;
using ShopFloor.Web.Reading;

namespace ShopFloor.Web.Components.Details;

/// <summary>One machine, with its timeline.</summary>
public sealed partial class MachineView
{
    private static readonly int[] s_ranges = [8, 24, 72];

    private Loader<MachineDetailsQuery.Data> _details = null!;
    private Loader<LastHours> _last = null!;
    private Loader<Production> _week = null!;
    private DateTimeOffset _now;
    private int _hours = s_ranges[1];
    private string? _title;

    [Parameter, EditorRequired]
    public int MachineRef { get; set; }

    [PersistentState]
    public MachineDetailsQuery.Data? Details { get; set; }

    [PersistentState]
    public LastHours? Last { get; set; }

    [PersistentState]
    public Production? Week { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (_details, _last, _week) = (new(Logger) { Data = Details }, new(Logger) { Data = Last }, new(Logger) { Data = Week });
        _now = Time.GetUtcNow();
        if (Details is null || Last is null || Week is null)
            await LoadAsync();
    }

    private string Title => _details.Data switch
    {
        null => "Machine – Shop floor",
        { Machines: [var machine, ..] } => $"{machine.Name} – Shop floor",
        _ => "No such machine – Shop floor",
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            Floor.Changed += OnFloorChanged;
        // The server writes the head once, and may not know the machine by then.
        if (_title != Title)
            await Script.InvokeVoidAsync("shopFloor.setTitle", _title = Title);
    }

    private async Task LoadAsync()
    {
        await _details.RunAsync(stop => Reader.ReadAsync(MachineRef, stop));
        Details = _details.Data;
        if (Details?.Machines is not [_, ..])
            return;
        StateHasChanged();
        await Task.WhenAll(ShowAsync(_hours), LoadWeekAsync());
    }

    private async Task ShowAsync(int hours)
    {
        _hours = hours;
        await _last.RunAsync(stop => Reader.ReadLastAsync(MachineRef, hours, stop));
        Last = _last.Data;
        StateHasChanged();
    }

    private async Task LoadWeekAsync()
    {
        var machine = Details!.Machines[0].MachineId;
        await _week.RunAsync(stop => Reports.ReadAsync(Days.UpTo(Reports.Today, 7), machine, stop));
        Week = _week.Data;
        StateHasChanged();
    }

    // Only what this page shows is read again: another machine's change is none of its business.
    private void OnFloorChanged() => _ = InvokeAsync(async () =>
    {
        var former = _now;
        _now = Time.GetUtcNow();
        StateHasChanged();
        if (Floor.States.States.TryGetValue(MachineRef, out var state) && state.StartAt > former && _last.Problem is null && !_last.IsBusy)
            await LoadAsync();
    });

    private IStateBadge? State(MachineDetailsQuery.Machine machine) =>
        Floor.States.States.GetValueOrDefault(MachineRef) ?? machine.CurrentStates.FirstOrDefault(state => state.MetricKey == "MasterExecution");

    public void Dispose()
    {
        Floor.Changed -= OnFloorChanged;
        _details.Dispose();
        _last.Dispose();
        _week.Dispose();
    }
}

using Lathe;
using MachineMetrics;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ShopFloor.Web.Live;
using ShopFloor.Web.Reading;

namespace ShopFloor.Web.Components.Machines;

/// <summary>The machines that a filter leaves, with their states as they change.</summary>
public sealed partial class Board
{
    // Cards also show alarms and reasons, which no subscription of ours tells: after a change of state they are read again, not more often than this.
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private Loader<BoardQuery.Data> _loader = null!;
    private BoardFilter _filter = BoardFilter.All;
    private FloorStates _states = FloorStates.Unknown;
    private IReadOnlyDictionary<string, int> _counts = new Dictionary<string, int>();
    private Dictionary<string, double>? _today;
    private DateTimeOffset _now;
    private bool _isStale;

    /// <summary>A part of a name.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>The states to show, as addresses name them.</summary>
    [Parameter]
    public string[]? States { get; set; }

    /// <summary>Whether only machines with alarms are shown.</summary>
    [Parameter]
    public bool AlarmsOnly { get; set; }

    /// <summary>What was read while the page was rendered on the server, so that it is not read again.</summary>
    [PersistentState]
    public BoardQuery.Data? Read { get; set; }

    [PersistentState]
    public Dictionary<string, double>? Today { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _loader = new(Logger) { Data = Read };
        _filter = BoardFilter.Parse(Text, States, AlarmsOnly);
        _today = Today;
        Refresh();
        if (Read is null)
            await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        Floor.Changed += OnFloorChanged;
        _ = TickAsync();
    }

    private async Task ShowAsync(BoardFilter filter)
    {
        _filter = filter;
        await Script.InvokeVoidAsync("shopFloor.setAddress", filter.ToAddress());
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _isStale = false;
        await _loader.RunAsync(stop => Reader.ReadAsync(_filter, stop));
        Read = _loader.Data;
        Refresh();
        StateHasChanged();
        if (_today is null)
            await LoadTodayAsync();
    }

    // Cards do without it.
    private async Task LoadTodayAsync()
    {
        try
        {
            _today = Today = await Reader.ReadTodayAsync(_end.Token);
        }
        catch (Exception fault) when (Problem.Of(fault) is not null)
        {
            _today = null;
        }
    }

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(s_tick, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
                await InvokeAsync(() => _isStale && !_loader.IsBusy && _loader.Problem is null ? LoadAsync() : ShowNowAsync());
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    private Task ShowNowAsync()
    {
        Refresh();
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void OnFloorChanged() => _ = InvokeAsync(() =>
    {
        _isStale = true;
        return ShowNowAsync();
    });

    private void Refresh()
    {
        (_states, _now) = (Floor.States, Time.GetUtcNow());
        _counts = _states.States.Values.CountBy(state => Execution.Of(state.Value).Slug).ToDictionary();
    }

    public void Dispose()
    {
        Floor.Changed -= OnFloorChanged;
        _end.Cancel();
        _end.Dispose();
        _loader.Dispose();
    }
}

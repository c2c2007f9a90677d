using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Fibril.Platform.Ui;

/// <summary>
/// Base of every page and component: drawn once all that it shows has been read. The framework's own base draws a first time
/// while a query is still running, which on a server-rendered page only shows what is not there yet.
/// </summary>
public abstract class Part : IComponent, IHandleEvent
{
    private readonly RenderFragment drawing;
    private RenderHandle handle;
    private bool isInitialized;
    private bool isRead;
    private bool isQueued;

    protected Part() => drawing = builder =>
    {
        isQueued = false;
        BuildRenderTree(builder);
    };

    public void Attach(RenderHandle renderHandle) => handle = renderHandle;

    public virtual async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isInitialized)
        {
            isInitialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        isRead = true;
        StateHasChanged();
    }

    public async Task HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    protected virtual void BuildRenderTree(RenderTreeBuilder builder)
    {
    }

    protected virtual void OnInitialized()
    {
    }

    protected virtual Task OnInitializedAsync() => Task.CompletedTask;

    protected virtual void OnParametersSet()
    {
    }

    protected virtual Task OnParametersSetAsync() => Task.CompletedTask;

    protected void StateHasChanged()
    {
        if (isRead && !isQueued)
        {
            isQueued = true;
            handle.Render(drawing);
        }
    }
}

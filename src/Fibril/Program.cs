using Fibril;

return await Commands.RunAsync(args);

/// <summary>The one executable: web program and command line.</summary>
public partial class Program;

// A page that is patched in takes away what a script had put there, and does not connect the element anew: each element of this name is told.
export const tellWhenPatched = (name) => globalThis.Blazor?.addEventListener("enhancedload", () => document.querySelectorAll(name).forEach((e) => e.patched()));

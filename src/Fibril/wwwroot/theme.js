// The system's choice of light or dark, for Tabler; without JavaScript the page stays light.
const dark = matchMedia("(prefers-color-scheme: dark)");
const apply = () => document.documentElement.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
dark.addEventListener("change", apply);
apply();

// A page that is patched into the open one takes the attribute away with the rest of the old page.
new MutationObserver(() => document.documentElement.hasAttribute("data-bs-theme") || apply())
  .observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });

// <step-field data-label="…">: a minus and a plus beside a number, for gloved hands. The field does the job without them.
import { tellWhenPatched } from "./patched.js";

class StepField extends HTMLElement {
  connectedCallback() {
    this.patched();
  }

  patched() {
    const field = this.querySelector("input[type=number]");
    if (!field || !this.dataset.label || this.querySelector("[data-step]")) {
      return;
    }

    field.before(this.#button("−", "less", () => field.stepDown(), field));
    field.after(this.#button("+", "more", () => field.stepUp(), field));
  }

  #button(text, name, step, field) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: text });
    button.dataset.step = "";
    button.setAttribute("aria-label", `${this.dataset.label}: ${name}`);
    button.addEventListener("click", () => {
      step();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return button;
  }
}

customElements.define("step-field", StepField);
tellWhenPatched("step-field");

// <signature-field>: a drawing area over a hidden input. The typed name is the signature; the drawing is an addition.
import SignaturePad from "/lib/signature_pad.min.js";

const width = 600;
const height = 200;

class SignatureField extends HTMLElement {
  #pad;
  #input;

  connectedCallback() {
    this.#input = this.querySelector("input");
    if (!this.#input || this.querySelector("canvas")) {
      return;
    }

    const label = Object.assign(document.createElement("div"), { className: "form-label", textContent: this.dataset.label ?? "Signature" });
    const canvas = Object.assign(document.createElement("canvas"), { width, height, className: "signature-pad" });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", `${label.textContent}. Not needed when you have typed your name.`);
    const clear = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm mt-1", textContent: "Clear the drawing" });
    clear.addEventListener("click", () => this.#clear());
    this.append(label, canvas, clear);
    this.#pad = new SignaturePad(canvas, { penColor: getComputedStyle(this).color });
    this.#pad.addEventListener("endStroke", () => this.#keep());
    this.#fit(canvas);
  }

  disconnectedCallback() {
    this.#pad?.off();
  }

  /** The canvas shrinks with the phone; strokes stay in a field of 600 by 200. */
  #fit(canvas) {
    const shown = canvas.getBoundingClientRect();
    if (shown.width > 0) {
      canvas.width = shown.width;
      canvas.height = (shown.width * height) / width;
      this.#pad.clear();
    }
  }

  #keep() {
    const scale = width / this.#pad.canvas.width;
    const point = (p) => `${(p.x * scale).toFixed(0)} ${(p.y * scale).toFixed(0)}`;
    this.#input.value = this.#pad.toData().map((s) => `M${s.points.map(point).join("L")}`).join("");
  }

  #clear() {
    this.#pad.clear();
    this.#input.value = "";
  }
}

customElements.define("signature-field", SignatureField);

// <barcode-scan>: a picture of a barcode fills the field for its number, or with data-kind="pack" for all that the square code of a pack says.
// The field does the job without it. A form with a button "look" is sent by it, so that the server reads the code into the other fields.
import { tellWhenPatched } from "./patched.js";

class BarcodeScan extends HTMLElement {
  #field;
  #said;

  connectedCallback() {
    this.patched();
  }

  patched() {
    this.#field = this.querySelector("input[type=text]");
    if (!this.#field || this.querySelector("[data-scan]")) {
      return;
    }

    const camera = Object.assign(document.createElement("input"), { type: "file", accept: "image/*", hidden: true });
    camera.setAttribute("capture", "environment");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn mt-2", textContent: this.#isPack ? "Scan the pack" : "Scan the barcode" });
    button.dataset.scan = "";
    this.#said = document.createElement("p");
    this.#said.className = "form-hint mb-0";
    this.#said.setAttribute("role", "status");
    button.addEventListener("click", () => camera.click());
    camera.addEventListener("change", () => camera.files[0] && this.#read(camera.files[0]).finally(() => (camera.value = "")));
    this.append(button, camera, this.#said);
  }

  get #isPack() {
    return this.dataset.kind === "pack";
  }

  async #read(file) {
    this.#said.textContent = "Reading …";
    try {
      const formats = this.#isPack ? packs : numbers;
      const raw = (await inNative(file, formats)) ?? (await inWorker(await pointsOf(file), formats));
      const number = raw?.replaceAll("\u001d", "{GS}"); // the separator of a pack's code, so that it can be seen
      this.#field.value = number ?? this.#field.value;
      this.#said.textContent = number ? `Read ${number}.` : "No barcode was found. Hold it straight and near, in good light, or type the number under it.";
      const look = number && this.closest("form")?.querySelector("button[name=look]");
      look && this.closest("form").requestSubmit(look);
    } catch {
      this.#said.textContent = "This device cannot read it. Type the number under the barcode.";
    }
  }
}

const numbers = ["ean_13", "ean_8", "upc_a", "itf"];
const packs = ["data_matrix", "code_128", "qr_code"];

/** The device's own reader; null when it has none, or finds nothing. */
async function inNative(file, formats) {
  if (!("BarcodeDetector" in globalThis) || !(await BarcodeDetector.getSupportedFormats()).includes(formats[0])) {
    return null;
  }

  const found = await new BarcodeDetector().detect(await createImageBitmap(file));
  return found.find((f) => formats.includes(f.format))?.rawValue ?? null;
}

async function pointsOf(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * scale, height: picture.height * scale });
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function inWorker(points, formats) {
  return new Promise((resolve, reject) => {
    const worker = new Worker("/barcode-worker.js");
    const done = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.onmessage = ({ data }) => (data.failed ? done(reject, data.failed) : done(resolve, data.number));
    worker.onerror = (error) => done(reject, error);
    worker.postMessage({ points, formats });
  });
}

customElements.define("barcode-scan", BarcodeScan);
tellWhenPatched("barcode-scan");

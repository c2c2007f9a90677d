// <barcode-scan>: a picture of a barcode fills the field for its number. The field does the job without it.
class BarcodeScan extends HTMLElement {
  #field;
  #said;

  connectedCallback() {
    this.#field = this.querySelector("input[type=text]");
    if (!this.#field || this.querySelector("[data-scan]")) {
      return;
    }

    const camera = Object.assign(document.createElement("input"), { type: "file", accept: "image/*", hidden: true });
    camera.setAttribute("capture", "environment");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn mt-2", textContent: "Scan the barcode" });
    button.dataset.scan = "";
    this.#said = document.createElement("p");
    this.#said.className = "form-hint mb-0";
    this.#said.setAttribute("role", "status");
    button.addEventListener("click", () => camera.click());
    camera.addEventListener("change", () => camera.files[0] && this.#read(camera.files[0]).finally(() => (camera.value = "")));
    this.append(button, camera, this.#said);
  }

  async #read(file) {
    this.#said.textContent = "Reading …";
    try {
      const number = (await inNative(file)) ?? (await inWorker(await pointsOf(file)));
      this.#field.value = number ?? this.#field.value;
      this.#said.textContent = number ? `Read ${number}.` : "No barcode was found. Hold it straight and near, in good light, or type the number under it.";
    } catch {
      this.#said.textContent = "This device cannot read it. Type the number under the barcode.";
    }
  }
}

const formats = ["ean_13", "ean_8", "upc_a", "itf"];

/** The device's own reader; null when it has none, or finds nothing. */
async function inNative(file) {
  if (!("BarcodeDetector" in globalThis) || !(await BarcodeDetector.getSupportedFormats()).includes("ean_13")) {
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

function inWorker(points) {
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

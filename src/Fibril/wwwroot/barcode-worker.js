// Reads a barcode out of points. A worker has its own content policy, so that no page of ours has to allow compiled code.
importScripts("/lib/barcode-detector.js");
BarcodeDetectionAPI.prepareZXingModule({ overrides: { locateFile: (name, folder) => (name.endsWith(".wasm") ? "/lib/zxing_reader.wasm" : folder + name) } });

onmessage = async ({ data: { points, formats } }) => {
  try {
    const found = await new BarcodeDetectionAPI.BarcodeDetector({ formats }).detect(points);
    postMessage({ number: found[0]?.rawValue ?? null });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};

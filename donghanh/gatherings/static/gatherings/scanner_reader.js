// Reads codes from a camera picture: with the browser's own reader when it has one, else with one that we serve.
"use strict";

const NATIVE_FORMATS = ["qr_code", "code_128"];
const SERVED_FORMATS = ["QRCode", "Code128"];
const WIDEST = 960; // More points do not read better, only slower.

async function codeReader(scriptUrl, wasmUrl) {
  return (await nativeReader()) ?? servedReader(scriptUrl, wasmUrl);
}

async function nativeReader() {
  if (!("BarcodeDetector" in window)) return null;
  const formats = await BarcodeDetector.getSupportedFormats();
  if (!NATIVE_FORMATS.every((format) => formats.includes(format))) return null;
  const detector = new BarcodeDetector({ formats: NATIVE_FORMATS });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? "";
}

async function servedReader(scriptUrl, wasmUrl) {
  await loadScript(scriptUrl);
  await ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
    const found = await ZXingWASM.readBarcodes(picture, { formats: SERVED_FORMATS, maxNumberOfSymbols: 1 });
    return found[0]?.text ?? "";
  };
}

function loadScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    script.src = url;
    document.head.append(script);
  });
}

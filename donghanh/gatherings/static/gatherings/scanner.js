// Sends what is scanned or typed, shows and sounds the answer, and is ready for the next card at once.
"use strict";

const LOOK_EVERY = 150;
const SAME_CARD_RESTS = 4000;
const TRIES = 3;
const TRY_AGAIN_AFTER = 1500;
const TONES = { done: [[880, 0.12]], there: [[660, 0.1], [660, 0.1]], refused: [[200, 0.45]], back: [[440, 0.12]] };
const SHAKES = { done: [70], there: [70, 60, 70], refused: [350], back: [70] };

const form = document.querySelector("[data-scan]");
const video = document.querySelector(".dh-scan-view > video");
const cameraButton = document.querySelector("[data-camera]");
const hasKeyboard = matchMedia("(pointer: fine)").matches;
let sounds = null;
let isBusy = false;
let turn = Promise.resolve();
let lastText = "";
let lastSeen = 0;

function words(name) {
  return document.querySelector(`[data-words="${name}"]`);
}

function place() {
  return document.getElementById("scan-answer");
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// One scan keeps its name through all tries, so that an answer that was lost is given again.
async function ask(action, facts) {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await fetch(action, { method: "POST", body: facts, headers: { "HX-Request": "true" }, redirect: "manual" });
      if (answer.status < 500) return answer;
    } catch {
      // The connection is gone for now.
    }
    if (tries === TRIES) return null;
    await pause(TRY_AGAIN_AFTER);
  }
}

// A handheld scanner may be quicker than the connection: every scan waits for its turn, none is dropped.
function inTurn(action, facts) {
  turn = turn.then(() => send(action, facts));
  return turn;
}

async function send(action, facts) {
  isBusy = true;
  place().classList.add("is-waiting");
  const answer = await ask(action, facts);
  const html = answer && answer.type !== "opaqueredirect" ? await answer.text() : "";
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("scan-answer");
  place().classList.remove("is-waiting");
  if (fresh) place().replaceWith(fresh);
  else refuse(answer ? "closed" : "lost");
  tell(place().dataset.kind);
  isBusy = false;
}

function refuse(name) {
  const count = place().querySelector(".dh-scan-count");
  place().replaceChildren(words(name).content.cloneNode(true), count);
  place().dataset.kind = "refused";
}

function tell(kind) {
  navigator.vibrate?.(SHAKES[kind]);
  if (!sounds || !document.querySelector("[data-sound]").checked) return;
  let at = sounds.currentTime;
  for (const [pitch, seconds] of TONES[kind]) {
    const tone = new OscillatorNode(sounds, { frequency: pitch });
    const volume = new GainNode(sounds, { gain: 0.2 });
    tone.connect(volume).connect(sounds.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + 0.06;
  }
}

function scan(text) {
  const facts = new FormData(form);
  facts.set("number", text);
  facts.set("scan", crypto.randomUUID?.() ?? "");
  return inTurn(form.action, facts);
}

async function look(read) {
  for (;;) {
    await pause(LOOK_EVERY);
    if (isBusy || document.hidden || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) continue;
    const text = await read(video).catch(() => "");
    if (!text) continue;
    const isSame = text === lastText && Date.now() - lastSeen < SAME_CARD_RESTS;
    [lastText, lastSeen] = [text, Date.now()];
    if (!isSame) await scan(text);
  }
}

function noCamera(name) {
  const place = document.querySelector("[data-no-camera]");
  place.textContent = words(name).content.textContent;
  place.hidden = false;
  cameraButton.hidden = true;
}

async function turnCameraOn() {
  cameraButton.disabled = true;
  hear();
  try {
    const wanted = { facingMode: { ideal: "environment" }, width: { ideal: 1280 } };
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: wanted });
    document.querySelector(".dh-scan-view").hidden = false;
    cameraButton.hidden = true;
    await video.play();
    look(await codeReader(form.dataset.reader, form.dataset.wasm));
  } catch (error) {
    noCamera(error.name === "NotAllowedError" ? "denied" : "none");
  }
}

// Browsers let a page sound only after it was touched.
function hear() {
  sounds ??= new AudioContext();
}

document.addEventListener("submit", async (event) => {
  if (event.target === form) {
    event.preventDefault();
    const text = form.elements.number.value.trim();
    form.elements.number.value = "";
    hear();
    await scan(text);
    if (hasKeyboard) form.elements.number.focus();
  } else if (event.target.matches("[data-take-back]")) {
    event.preventDefault();
    await inTurn(event.target.action, new FormData(event.target, event.submitter));
  }
});

cameraButton.addEventListener("click", turnCameraOn);
document.querySelector(".dh-scan-sound").hidden = false;
if (navigator.mediaDevices) cameraButton.hidden = false;
else noCamera("insecure");
if (hasKeyboard) form.elements.number.focus();

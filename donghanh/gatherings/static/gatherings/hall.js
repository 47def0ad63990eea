// Keeps the hall screen true: counts the seconds down, fetches the next code and the live count.
"use strict";

const FETCH_EVERY = 5;
const screen = document.body;
let left = secondsShown();
let sinceFetch = 0;

function secondsShown() {
  const next = screen.querySelector("[data-seconds]");
  return next ? Number(next.dataset.seconds) : null;
}

function showSeconds() {
  const ring = screen.querySelector(".dh-ring");
  if (left === null || !ring) return;
  const whole = ring.querySelector(".dh-ring-left").getAttribute("pathLength");
  ring.querySelector(".dh-ring-left").setAttribute("stroke-dasharray", `${left} ${whole}`);
  ring.querySelector("text").textContent = left;
  screen.querySelector("[data-left]").textContent = left;
}

async function fetchParts() {
  sinceFetch = 0;
  const offline = screen.querySelector("[data-offline]");
  try {
    const answer = await fetch(screen.dataset.hall, { cache: "no-store", redirect: "error" });
    if (!answer.ok) throw new Error(answer.status);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    left = secondsShown();
    offline.hidden = true;
  } catch {
    offline.hidden = false;
  }
}

function show(fresh) {
  const parts = [...fresh.querySelectorAll("[data-part]")];
  const places = parts.map((part) => screen.querySelector(`[data-part="${part.dataset.part}"]`));
  // Check-in opened or closed: the screen has other parts now.
  if (places.includes(null)) location.reload();
  else parts.forEach((part, number) => places[number].replaceWith(part));
}

setInterval(() => {
  sinceFetch += 1;
  if (left !== null) left = Math.max(left - 1, 0);
  showSeconds();
  if (left === 0 || sinceFetch >= FETCH_EVERY) fetchParts();
}, 1000);

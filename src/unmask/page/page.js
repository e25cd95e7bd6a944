// The page: what keys and buttons do to a run, and what of it is shown. Everything that there is to know stands in `here`.
//
// One promise: what was read stays as it was until the story is over; then the page holds what `unmask replay` tells of its tape. The
// address holds how far it has come.
import { readWorld } from "./world.js";
import { fromFragment, toFragment, wholeNumberIn } from "./link.js";
import { element, prose, showBesides, showCover, showKnown, showTelling, words } from "./leaf.js";
import { nameFor } from "./english.js";
import { thoseWhoChoose, thoseWhoRemember } from "./people.js";
import { episodes, readWhilePlayed } from "./outline.js";
import { playedIn, Session } from "./session.js";
import { readTape } from "./tape.js";
import { told } from "./teller.js";

const the = (id) => document.getElementById(id);
const world = readWorld(JSON.parse(the("world").textContent));
const called = document.title;
const here = { session: null, side: world.cover.side, remembered: false, unkept: 0 };
const choosers = thoseWhoChoose(world);
const rememberers = thoseWhoRemember(world);
const ALL_DIGITS = "1234567890";
const SHORT = 8; // so many signs of a fingerprint tell two versions of a story apart
const REHEARSED = 100; // choices of a run that nobody reads
const USUAL_SEED = "7"; // where only a run was named, as everywhere in unmask
const NO_LINK = "What the link says of a run does not fit this story.";
const SOON = 50; // milliseconds, until what is to be read is on the screen: writing an address takes a browser half a frame

// ── what is shown ──

/** Shows everything anew: what is told, what may be chosen, and the address. `since` is the event from which on it is new. */
function show(since = 0) {
  const { session, side, remembered } = here;
  the("begin").hidden = session !== null;
  for (const id of ["prose", "keeping", "restart"]) the(id).hidden = session === null;
  for (const id of ["asking", "over", "undo", "ask"]) the(id).hidden = true;
  if (!session) {
    showCover(the("cover"), world.cover, null, called);
    the("prose").replaceChildren();
    return null;
  }
  hear(since !== Infinity);
  const telling = tellingNow();
  showCover(the("cover"), world.cover, telling, called);
  const first = showTelling(the("prose"), telling, since, chosenAsTold(), session.run.record);
  the("told").value = sideValue(side, remembered);
  the("undo").hidden = !session.canUndo;
  the("ask").hidden = session.person === "";
  the("over").hidden = !session.isOver;
  the("asking").hidden = session.isOver;
  if (!session.isOver) showChoices(session);
  return first;
}

/** What is shown all at once, since it was told before, is not read out once more. */
function hear(isNew) {
  the("prose").setAttribute("aria-live", isNew ? "polite" : "off");
  setTimeout(() => the("prose").setAttribute("aria-live", "polite"), 500);
}

function tellingNow() {
  const { session, side, remembered } = here;
  const { process, record } = session.run;
  if (session.isOver) return told(process, record, side, remembered);
  return { ...told(process, record, side, remembered, readWhilePlayed(world, record, session.person)), ending: "" };
}

/** What whoever plays chose, where it is told from a side that knows: in scenes that are told in full. */
function chosenAsTold() {
  const { session, side, remembered } = here;
  if (remembered || (side !== session.person && side !== "world")) return [];
  if (!session.isOver) return session.chosen;
  const inFull = new Set(episodes(world, session.run.record, side).filter(({ in_full }) => in_full).map(({ number }) => number));
  return session.chosen.filter(({ scene }) => inFull.has(scene));
}

function showChoices({ person, choices }) {
  const name = words("bdi", nameFor(world.people.get(person), here.side));
  the("question").replaceChildren("What does ", name, " do?");
  const rows = choices.map(({ offer, label }, index) => {
    const button = element("button");
    const digit = element("span", String(index + 1), "digit");
    const said = prose("span", label, "label");
    said.lang = world.cover.language;
    button.type = "button";
    button.append(digit, said);
    button.addEventListener("click", () => choose(offer));
    const row = element("li");
    row.append(button);
    return row;
  });
  the("choices").replaceChildren(...rows);
}

/** Says something to whoever hears the page, and shows it for a while to whoever sees it. */
function say(text) {
  the("said").textContent = text;
  the("said").classList.add("seen");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => the("said").classList.remove("seen"), 4000);
}

/** Brings what is new before the reader's eyes, a little below the top. */
function turnTo(first) {
  const target = first ?? (here.session?.isOver ? the("over") : the("asking"));
  const top = Math.max(0, target.getBoundingClientRect().top + scrollY - innerHeight * 0.24);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollTo({ top, behavior: isStill ? "instant" : "smooth" });
}

/** The keyboard goes where something can be done next. */
function attend() {
  the(here.session?.isOver ? "over" : "asking").focus({ preventScroll: true });
}

// ── what is done ──

function choose(offer) {
  const since = here.session.run.record.events.length;
  here.session.choose(offer);
  const first = show(since);
  keepSoon();
  turnTo(first);
  attend();
}

function undo() {
  if (!here.session?.undo()) return;
  show(Infinity);
  keepSoon();
  turnTo(the("prose").lastElementChild);
  attend();
  say("Undone.");
}

/** Another run begins; the one before is a step back in the browser. */
function begin(settings) {
  keepBefore();
  here.session = settings ? new Session(world, settings) : null;
  here.session?.goOn();
  if (settings) Object.assign(here, { side: settings.side, remembered: settings.remembered });
  history.pushState(null, "", settings ? fragment() : location.pathname + location.search);
  the("prose").replaceChildren();
  const first = show(0);
  scrollTo({ top: 0, behavior: "instant" });
  if (!settings) the("begin").querySelector("input:checked")?.focus({ preventScroll: true });
  else if (first) the("book").focus({ preventScroll: true });
  else attend();
}

/** The same story as the same person: another run of it, or the same. */
function beginAgain(next) {
  const { seed, number, person } = here.session;
  begin({ seed, number: next(number), person, side: here.side, remembered: here.remembered });
}

function fragment() {
  const { session, side, remembered } = here;
  const { seed, number, person, way } = session;
  return toFragment({ seed, number, person, side, remembered, way, world: world.fingerprint.slice(0, SHORT) });
}

/** Puts how far it has come into the address. */
function keep() {
  clearTimeout(here.unkept);
  here.unkept = 0;
  history.replaceState(null, "", fragment());
}

/** The same, once it is on the screen. */
function keepSoon() {
  clearTimeout(here.unkept);
  here.unkept = setTimeout(keep, SOON);
}

/** The same at once, if it was to be done soon: the reader goes elsewhere. */
function keepBefore() {
  if (here.unkept) keep();
}

/** Opens what the address says: a run, or the cover. */
function open() {
  clearTimeout(here.unkept); // it was said of where the reader comes from
  here.unkept = 0;
  const said = location.hash.length > 1 ? fromFragment(location.hash, world) : null;
  here.session = null;
  if (said) {
    here.session = new Session(world, said);
    here.session.goBy(said.way);
    Object.assign(here, { side: said.side, remembered: said.remembered });
  }
  the("prose").replaceChildren();
  show(Infinity);
  the("wrong").textContent = location.hash.length > 1 && !said ? NO_LINK : "";
  if (!said) return;
  if (said.cut) say("This link was cut short, or changed on its way here. The story goes as far as it can be read.");
  else if (said.world && !world.fingerprint.startsWith(said.world)) say("The story has changed since this link was made; it is followed as far as it goes.");
  else if (here.session.strayed) say(`The link cannot be followed to its end: ${here.session.strayed}.`);
  if (said.way) turnTo(the("prose").lastElementChild);
}

function sayWhatIsKnown() {
  const { session } = here;
  if (!session?.person) return;
  const { knowledge, besides } = session.knows();
  showKnown(the("known-title"), the("knowledge"), world, knowledge);
  showBesides(the("besides"), world, besides, session.person);
  the("known").showModal();
}

// ── tapes and links ──

/** A name for a file from the story's: letters and digits, with a line between them. */
function tapeName() {
  const { seed, number } = here.session;
  const stem = called.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)?.join("-").slice(0, 60) ?? "story";
  return `${stem}-${seed}-${number}.tape`;
}

function download(name, text) {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copyLink() {
  keepBefore();
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link is copied.");
  } catch {
    say("The browser does not let a page copy. The link is the page's address.");
  }
}

async function openTape(file) {
  const text = await file.text();
  let tape;
  try {
    tape = readTape(text);
  } catch (error) {
    say(`${file.name} is not a tape: ${error.message}.`);
    return;
  }
  keepBefore();
  const played = [playedIn(text), tape.side].find((name) => choosers.includes(name)) ?? "";
  here.session = Session.fromTape(world, tape, played);
  here.side = tape.side === "world" || world.people.has(tape.side) ? tape.side : world.cover.side;
  here.remembered = false;
  history.pushState(null, "", fragment());
  the("prose").replaceChildren();
  show(Infinity);
  the("more").close();
  turnTo(the("prose").lastElementChild);
  attend();
  if (here.session.strayed) say(`The tape cannot be followed to its end: ${here.session.strayed}.`);
}

// ── before it begins ──

const sideValue = (side, remembered) => JSON.stringify([side, remembered]);

function sideOptions() {
  const sides = [...world.people.keys()].map((name) => [name, false, `from ${name}'s side`]);
  const memories = rememberers.map((name) => [name, true, `as ${name} remembers it`]);
  return [...sides, ["world", false, "from the world's side"], ...memories].map(([side, remembered, text]) => {
    const option = element("option", text);
    option.value = sideValue(side, remembered);
    return option;
  });
}

function personRow(name, text, isChecked) {
  const label = element("label");
  const input = element("input");
  Object.assign(input, { type: "radio", name: "person", value: name, checked: isChecked });
  input.addEventListener("change", () => {
    the("side").value = sideValue(name || world.cover.side, false);
  });
  label.append(input, words("span", text));
  return label;
}

function setUp() {
  const usual = choosers.includes(world.cover.side) ? world.cover.side : "";
  the("people").replaceChildren(
    ...choosers.map((name) => personRow(name, world.people.get(name).display || name, name === usual)),
    personRow("", "nobody: I only watch", usual === ""),
  );
  the("side").replaceChildren(...sideOptions());
  the("side").value = sideValue(usual || world.cover.side, false);
  the("told").replaceChildren(...sideOptions());
  the("begin").addEventListener("submit", (event) => {
    event.preventDefault();
    const [seed, number] = luckAskedFor(the("seed").value.trim(), the("number").value.trim());
    if (seed === null || number === null) {
      the("wrong").textContent = "Seed and run are whole numbers from 0 to 18,446,744,073,709,551,615.";
      the(seed === null ? "seed" : "number").focus();
      return;
    }
    the("wrong").textContent = "";
    const [side, remembered] = JSON.parse(the("side").value);
    begin({ seed, number, person: the("begin").elements.person.value, side, remembered });
  });
}

/** The seed and the run that are asked for, each null where it is no number; where nothing is, luck that nobody has had. */
function luckAskedFor(seed, number) {
  if (!seed && !number) return [String(crypto.getRandomValues(new BigUint64Array(1))[0]), "0"];
  return [wholeNumberIn(seed || USUAL_SEED), wholeNumberIn(number || "0")];
}

/** While the cover is read, a run is played and told to nobody: a browser is slow at what it does for the first time. */
function rehearse() {
  const { run } = new Session(world, { seed: "0", number: "0", person: "" });
  for (let choices = 0; choices < REHEARSED && !run.over; choices += 1) run.take(run.luck());
  showTelling(element("div"), told(run.process, run.record), 0);
}

// ── keys, buttons and paper ──

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !the("keys").checked) return;
  if (event.target.closest?.("input, select, textarea") || document.querySelector("dialog[open]") || !here.session) return;
  const key = keyOnAnyBoard(event);
  const at = ALL_DIGITS.indexOf(key);
  const offered = here.session.isOver ? [] : here.session.choices;
  if (key === "u") undo();
  else if (key === "?") sayWhatIsKnown();
  else if (at >= 0 && offered[at]) choose(offered[at].offer);
  else return;
  event.preventDefault();
}

/** The key by what is written on it; where that is no Latin letter and no digit, by where it lies. */
function keyOnAnyBoard({ key, code, shiftKey }) {
  if (/^[a-z0-9?]$/i.test(key)) return key.toLowerCase();
  if (!shiftKey && code.startsWith("Digit")) return code.at(-1);
  if (code === "KeyU") return "u";
  return code === "Slash" && shiftKey ? "?" : "none";
}

function paper(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const input of document.getElementsByName("theme")) input.checked = input.value === theme;
}

/** The paper that was chosen before, where the browser lets a page remember such a thing. */
function paperOfBefore() {
  try {
    const theme = localStorage.getItem("unmask paper");
    return theme === "dark" || theme === "light" ? theme : "";
  } catch {
    return "";
  }
}

function choosePaper(theme) {
  paper(theme);
  try {
    localStorage.setItem("unmask paper", theme);
  } catch {
    // It lasts as long as the page, then.
  }
}

function listen() {
  const on = (id, what, then) => the(id).addEventListener(what, then);
  document.addEventListener("keydown", pressed);
  addEventListener("popstate", open);
  addEventListener("pagehide", keepBefore);
  on("undo", "click", undo);
  on("ask", "click", sayWhatIsKnown);
  on("open", "click", () => the("more").showModal());
  on("skip", "click", (event) => {
    event.preventDefault(); // the address belongs to the run
    if (here.session) attend();
    else the("begin").querySelector("input:checked").focus();
  });
  on("told", "change", () => {
    [here.side, here.remembered] = JSON.parse(the("told").value);
    if (here.session) {
      show(Infinity);
      keep();
    }
  });
  on("copy", "click", copyLink);
  on("save", "click", () => download(tapeName(), here.session.tape(here.side)));
  for (const button of document.querySelectorAll("[data-load]")) button.addEventListener("click", () => the("file").click());
  on("file", "change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) openTape(file);
  });
  on("again", "click", () => beginAgain((number) => String(BigInt.asUintN(64, BigInt(number) + 1n))));
  on("same", "click", () => beginAgain((number) => number));
  for (const id of ["anew", "restart"]) {
    on(id, "click", () => {
      the("more").close();
      begin(null);
    });
  }
  for (const button of document.querySelectorAll("[data-close]")) button.addEventListener("click", () => the(button.dataset.close).close());
  for (const input of document.getElementsByName("theme")) input.addEventListener("change", () => choosePaper(input.value));
  new IntersectionObserver(([{ isIntersecting }]) => document.body.classList.toggle("past", !isIntersecting)).observe(the("cover"));
}

paper(paperOfBefore());
setUp();
listen();
open();
requestAnimationFrame(() => setTimeout(rehearse, SOON));

// En träff som den visas, i sökrutan och på söksidan.

// li med slag och dag, rubrik, utdrag och de ställen på sidan som passar bäst.
export function drawHit({ url, title, kind, date, excerpt, places }) {
  const li = element("li", {}, drawKicker(kind, date, title), element("h2", {}, element("a", { href: url }, title)));
  if (kind === "Beslut") li.className = "nv-hit--decision";
  if (excerpt.length) li.append(drawExcerpt(excerpt));
  if (places.length) li.append(element("ul", {}, ...places.map(drawPlace)));
  return li;
}

// Ett beslut har ett nummer i sin adress: …/2024-03-08/#beslut-2.
function drawPlace({ url, title }) {
  const className = /#beslut-\d+$/.test(url) ? "nv-hit__decision" : "";
  return element("li", {}, element("a", { href: url, className }, title));
}

function drawKicker(kind, date, title) {
  const day = inWords(date);
  const parts = day && !title.includes(day) ? [kind, " · ", element("time", { dateTime: date }, day)] : [kind];
  return element("p", { className: "nv-kicker" }, ...parts);
}

// "2024-03-08" och "2024-03" i ord; ett år står som det är.
function inWords(date = "") {
  if (date.length < 7) return date;
  const options = date.length < 10 ? { month: "long", year: "numeric" } : { dateStyle: "long" };
  return new Date(date).toLocaleDateString("sv-SE", { ...options, timeZone: "UTC" });
}

// Punkter visar var utdraget är avhugget.
function drawExcerpt(pieces) {
  const text = pieces.map((piece) => piece.text).join("").trim();
  const words = pieces.map(({ text, isHit }) => (isHit ? element("mark", {}, text) : text));
  return element("p", {}, /^\p{Ll}/u.test(text) ? "… " : "", ...words, /[.!?]$/.test(text) ? "" : " …");
}

export function inNumbers(count) {
  return `${count} ${count === 1 ? "träff" : "träffar"}`;
}

export function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

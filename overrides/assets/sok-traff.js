// En träff som den visas, i sökrutan och på söksidan.

// li med slag och dag, rubrik, utdrag och de ställen på sidan som passar bäst. Ett beslut säger också
// vems det är och hur det står till med det i dag.
export function drawHit(hit) {
  const { url, title, kind, excerpt, places } = hit;
  const li = element("li", {}, drawKicker(hit), element("h2", {}, element("a", { href: url }, title)));
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

function drawKicker({ kind, whose, date, title, standing }) {
  const day = inWords(date);
  const parts = [kind, whose, day && !title.includes(day) && element("time", { dateTime: date }, day), standing];
  const told = parts.filter(Boolean).flatMap((part, index) => (index ? [" · ", part] : [part]));
  return element("p", { className: "nv-kicker" }, ...told);
}

// "2024-03-08" och "2024-03" i ord; ett år står som det är.
function inWords(date = "") {
  if (date.length < 7) return date;
  const options = date.length < 10 ? { month: "long", year: "numeric" } : { dateStyle: "long" };
  return new Date(date).toLocaleDateString("sv-SE", { ...options, timeZone: "UTC" });
}

// Punkter visar var utdraget är avhugget. Slutet på en mening som börjar före det tas bort när det är kort.
function drawExcerpt([first, ...others]) {
  const pieces = [{ ...first, text: first.text.replace(/^[\p{Ll}\d].{0,80}?[.!?] (?=\p{Lu}|$)/u, "") }, ...others];
  const text = pieces.map((piece) => piece.text).join("").trim();
  const words = pieces.map(({ text, isHit }) => (isHit ? element("mark", {}, text) : text));
  return element("p", {}, /^\p{Ll}/u.test(text) ? "… " : "", ...words, /[.!?]$/.test(text) ? "" : " …");
}

// "3 058 träffar", med hårt mellanslag i talet.
export function inNumbers(count) {
  return `${grouped(count)} ${count === 1 ? "träff" : "träffar"}`;
}

export function grouped(number) {
  return number.toLocaleString("sv-SE");
}

export function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

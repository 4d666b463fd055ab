// Gör en träff av det som Pagefind svarar, utan de märken som bara indexet har.

const PLACES = 3; // så många ställen på en sida visas under träffen

// `network` är vad gruppen av nätverk heter i indexet.
export function hit({ url, meta, filters, excerpt, sub_results: parts }, network) {
  const isPart = url.includes("#");
  const places = (isPart ? [] : parts)
    .filter(({ anchor }) => anchor && anchor.element !== "h1")
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, PLACES)
    .map(({ url, title }) => ({ url, title: unmarked(title) }));
  return {
    url,
    title: meta.rubrik,
    kind: meta.slag,
    date: meta.datum ?? meta.dag,
    whose: meta.slag === "Beslut" ? (filters[network] ?? []).join(", ") : "",
    standing: unmarked(meta.lage ?? ""),
    excerpt: pieces(excerpt),
    places,
  };
}

// Hur väl sökordet passar på ett ställe av sidan.
function weight({ weighted_locations: found }) {
  return found.reduce((sum, { balanced_score: score }) => sum + score, 0);
}

// Utdraget i bitar, med träffarna för sig, utan skiljetecken runt, och ingenting annat som kan ha
// kommit med.
function pieces(excerpt) {
  const whole = excerpt.replace(/-`((?:<\/mark>)?) /g, "-$1"); // bindestrecket delar två ord i indexet
  const { body } = new DOMParser().parseFromString(whole, "text/html");
  return [...body.childNodes].flatMap((node) => {
    const text = unmarked(node.textContent);
    if (node.nodeName !== "MARK") return [{ text, isHit: false }];
    const [, before, word, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    const bits = [{ text: before, isHit: false }, { text: word, isHit: true }, { text: after, isHit: false }];
    return bits.filter((bit) => bit.text);
  });
}

// Texten som den står på sidan: indexets märken är till för sökningen (natverk/searching/marks.py).
export function unmarked(text) {
  return text.replace(/\{[^}]*\}/g, "").replaceAll("-` ", "-").replaceAll("`", "");
}

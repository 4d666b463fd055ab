// Förstår ord som webbplatsen inte har: ett bokstavsfel, eller en sammansättning av två ord som den har.
//
//   const understand = speller(await (await fetch("kanda.json")).json(), rewriter(ord));
//   understand("förskolla avtal")   "förskol avtal"; undefined när det inte finns något att ändra
//
// Orden är utan ändelser och i bokstavsordning (natverk/searching/known.py). Ett ord som är början på
// ett känt ord är känt: läsaren kanske inte har skrivit färdigt.

const SHORTEST = 5; // bokstäver i ett ord som kan vara felstavat
const LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé";

export function speller(text, { plain, isOrdinary }) {
  const words = text.split(" ");
  const known = new Set(words);
  const folded = words.map(fold).sort();

  function isKnown(word) {
    return startsOne(folded, fold(word)) || startsOne(folded, fold(plain(word)));
  }

  // "jourförskola" är jour och förskola. Mellan dem kan det stå ett s, ett e eller ett o.
  function parted(word) {
    for (let at = 3; at <= word.length - 4; at += 1) {
      const head = [word.slice(0, at), word.slice(0, at).replace(/[seo]$/, "")].find((one) => known.has(one) || known.has(plain(one)));
      if (head && known.has(plain(word.slice(at)))) return `${head} ${word.slice(at)}`;
    }
  }

  function mended(word) {
    return near(word).map(plain).find((one) => known.has(one));
  }

  function begun(word) {
    return word.length > SHORTEST ? near(word).find((one) => startsOne(words, one)) : undefined;
  }

  function understood(word) {
    if (word.length < SHORTEST || /[^\p{L}]/u.test(word) || isOrdinary(word) || isKnown(word)) return word;
    return mended(word) ?? parted(word) ?? begun(word) ?? word;
  }

  return (text) => {
    if (/["”]/.test(text)) return undefined;
    const lower = text.toLowerCase();
    const other = lower.replace(/[\p{L}\d]+/gu, understood);
    return other === lower ? undefined : other;
  };
}

function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

// Om något av orden, som är i ordning, börjar så.
function startsOne(sorted, start) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) ?? false;
}

// Allt som skiljer sig på ett sätt: två bokstäver som har bytt plats, en för mycket, en fel, en för lite.
function near(word) {
  const cuts = [...word, ""].map((_, at) => [word.slice(0, at), word.slice(at)]);
  const letters = [...LETTERS];
  return [
    ...cuts.flatMap(([left, right]) => (right.length > 1 ? left + right[1] + right[0] + right.slice(2) : [])),
    ...cuts.flatMap(([left, right]) => (right ? left + right.slice(1) : [])),
    ...cuts.flatMap(([left, right]) => (right ? letters.map((letter) => left + letter + right.slice(1)) : [])),
    ...cuts.flatMap(([left, right]) => letters.map((letter) => left + letter + right)),
  ];
}

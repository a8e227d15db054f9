// How the program finds its parts, of which several lie in one file, one after another.

/** Name and integrity of each file, filled in by `cargo xtask build`. */
const packs = /* BUILD */ null;
const asked = [];

/** The bytes of a part. A file is asked for once, and where that failed, again. */
function part(number, from, to) {
  const [name, integrity] = packs[number];
  const whole = (asked[number] ??= fetch(new URL(name, import.meta.url), { integrity }).then((response) => {
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.arrayBuffer();
  }));
  whole.catch(() => {
    if (asked[number] === whole) asked[number] = undefined;
  });
  return whole.then((bytes) => bytes.slice(from, to));
}

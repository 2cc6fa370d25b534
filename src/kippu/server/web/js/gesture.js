// The person's first touch of the page, which some things have to wait for.
export function begun(act) {
  const once = () => {
    for (const kind of ["pointerdown", "keydown"]) removeEventListener(kind, once, true);
    act();
  };
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, once, true);
}

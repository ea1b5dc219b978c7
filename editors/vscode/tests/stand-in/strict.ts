// Modules in which a missing name is an error and not `undefined`.

/** Names that loaders look for in any value. */
const PROBED = ["then", "__esModule", "default"];

/** What is made, and an error for every other name; `more` may know further ones. */
export function strict<T extends object>(made: T, what: string, more: (name: string) => unknown = () => undefined): T {
  return new Proxy(made, {
    get(target, name, self): unknown {
      if (name in target || typeof name === "symbol") {
        return Reflect.get(target, name, self);
      }
      const other = more(name);
      if (other === undefined && !PROBED.includes(name)) {
        throw new Error(`the stand-in has no ${what}.${name}`);
      }
      return other;
    },
  });
}

// The package's own types describe a default export, while it is CommonJS: under `nodenext` that cannot be called.
declare module "canonicalize" {
  const serialize: (value: unknown) => string | undefined;
  export default serialize;
}

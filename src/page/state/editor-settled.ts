/** Once the editor was loaded, or could not be: what is wanted less comes after it. */
let settle = () => {};
export const editorSettled = new Promise<void>((resolve) => {
  settle = resolve;
});
export const settleEditor = () => settle();

/** The number given to a script as --name=N, or the one that holds otherwise. */
export const option = (name, otherwise) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);

interface CodePictureProps {
  text: string;
  label: string;
}

/** The place of the QR code, which draws `text` and is named by `label`. */
export const CodePicture = (_: CodePictureProps) => null;

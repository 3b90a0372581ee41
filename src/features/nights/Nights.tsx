export default function Nights() {
  return <main />;
}

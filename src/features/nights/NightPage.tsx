export default function NightPage() {
  return <main />;
}

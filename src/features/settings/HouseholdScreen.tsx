export default function HouseholdScreen() {
  return <main />;
}

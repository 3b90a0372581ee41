/** The report for the paediatrician: sober, no jokes. */
export const paediatrician = {
  title: 'Report for the paediatrician',
  link: 'Two pages for the paediatrician',
};

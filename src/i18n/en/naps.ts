/** A caregiver’s recharge. */
export const naps = {
  title: 'Recharging',
  link: 'Naps, and what is left of our patience',
};

"""When things are due: cadences, working time and bank holidays."""

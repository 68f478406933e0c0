### The names of cards and quotes in lessons: labels, in capitals.

card-notes = IN THE NOTES / TODAY
card-say = SAY IT IN AN INTERVIEW
card-mistake = COMMON MISTAKE
card-check = CHECK YOURSELF

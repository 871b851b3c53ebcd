/** English words that tell nothing of what a text is about. What is common in any other language weighs little by itself. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are aren as at be because been before being but by can cannot could couldn did
didn do does doesn doing don during each few for from further get gets got had has have having he her here hers him his how i
if in into is isn it its itself just let like me more most my myself no nor not now of off on once only or other our ours out
own please same she should shouldn so some such than that the their them then there these they this those through to too
under until up us very was wasn we were what when where which while who whom why will with won would you your yours ve re ll
hi hello thanks thank`.split(/\s+/u),
);

# Yr hyn y mae amcanion yn ei wasanaethu: blaenoriaethau'r sefydliad a nodau ei dimau.

alignment-choice-goal = { $title } (nod ein tîm)
alignment-choice-under = { $title } (rhan o “{ $above }”)

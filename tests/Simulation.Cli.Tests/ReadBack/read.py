# Prints rows, and the sums of change and of both ends of the range that holds it 8 times in 10.
import sys
import pandas

file = sys.argv[1]
table = pandas.read_excel(file, sheet_name="Figures") if file.endswith(".xlsx") else pandas.read_csv(file)
for name in ("change", "lower80", "upper80"):
    assert table[name].dtype == float, (name, table[name].dtype)
print(len(table), *(repr(table[name].sum()) for name in ("change", "lower80", "upper80")))

# Prints rows, and the sums of change and of both ends of the range that holds it 8 times in 10.
table <- read.csv(commandArgs(trailingOnly = TRUE)[1], stringsAsFactors = FALSE)
stopifnot(is.numeric(table$change), is.numeric(table$lower80), is.numeric(table$upper80))
cat(nrow(table), sprintf("%.17g", colSums(table[c("change", "lower80", "upper80")], na.rm = TRUE)))

# Judges series by the detectors of the package surveillance, with the parameters that ours have by default.
# Rscript peers.R SERIES.csv FIRST: the table's columns are series and observed; writes detector,series,t,alarm.
suppressMessages(library(surveillance))
arguments <- commandArgs(TRUE)
table <- read.csv(arguments[1])
first <- as.integer(arguments[2])
names <- unique(table$series)
counts <- sapply(names, function(name) table$observed[table$series == name])
range <- first:nrow(counts)
many <- sts(counts, frequency = 52)

write <- function(detector, alarms) {
  alarms <- matrix(as.integer(alarms), nrow = length(range))
  alarms[is.na(alarms)] <- 0L
  for (column in seq_along(names))
    cat(paste(detector, names[column], range, alarms[, column], sep = ","), sep = "\n")
}
each <- function(detector, judge, ...) {
  judged <- sapply(seq_along(names), function(column) {
    one <- suppressWarnings(create.disProg(week = seq_len(nrow(counts)), observed = counts[, column], state = rep(0, nrow(counts))))
    suppressWarnings(judge(one, control = c(list(range = range), list(...))))$alarm
  })
  write(detector, judged)
}
flexible <- function(detector, ...) {
  control <- list(range = range, b = 3, w = 3, reweight = TRUE, alpha = 0.01, trend = TRUE, pThresholdTrend = 1,
                  limit54 = c(5, 4), ...)
  write(detector, alarms(suppressWarnings(farringtonFlexible(many, control = control))))
}

cat("detector,series,t,alarm\n")
for (method in c("C1", "C2", "C3")) {
  control <- list(range = range, method = method, alpha = 0.001, baseline = 7)
  write(paste0("ears", method), alarms(suppressWarnings(earsC(many, control = control))))
}
each("cusum", algo.cusum, k = 1.04, h = 2.26, m = NULL, trans = "rossi", alpha = NULL)
each("cusumStandard", algo.cusum, k = 1.04, h = 2.26, m = NULL, trans = "standard", alpha = NULL)
each("bayes1", algo.bayes, b = 0, w = 6, actY = TRUE, alpha = 0.05)
each("rki1", algo.rki, b = 0, w = 6, actY = TRUE)
each("rki3", algo.rki, b = 2, w = 4, actY = FALSE)
flexible("farringtonFlexible", weightsThreshold = 2.58, noPeriods = 10, pastWeeksNotIncluded = 26,
         fitFun = "algo.farrington.fitGLM.flexible", thresholdMethod = "nbPlugin")
flexible("farringtonFlexibleDelta", weightsThreshold = 1, noPeriods = 1, powertrans = "2/3",
         thresholdMethod = "delta")

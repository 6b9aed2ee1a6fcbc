# Figures of samples by R, beside which tests lay those of tpa: Rscript scripts/reference.R OUTDIR
# Needs r-cran-survey and r-cran-laeken. Writes records into OUTDIR as `tpa measure` reads them, and estimates to stdout.
# The data of both packages are under the GPL: the repository keeps estimates alone, and a sample of its own.

suppressPackageStartupMessages({
  library(survey)
  library(laeken)
})
options(digits = 15, survey.lonely.psu = "fail")

arguments <- commandArgs()
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
root <- dirname(dirname(normalizePath(script)))
target <- commandArgs(trailingOnly = TRUE)
if (length(target) != 1) stop("usage: Rscript scripts/reference.R OUTDIR")
dir.create(target, showWarnings = FALSE, recursive = TRUE)

COLUMNS <- c("data", "by", "group", "figure", "counted", "value", "se", "df", "low", "high")
number <- function(x) ifelse(is.na(x), "", formatC(x, digits = 12, format = "g", width = 1))
put <- function(data, figure, value = NA, se = NA, df = NA, low = NA, high = NA, by = "", group = "", counted = "") {
  cells <- c(data, by, group, figure, counted, number(c(value, se, df, low, high)))
  cat(paste(cells, collapse = ","), "\n", sep = "")
}

# ---- Figures of `tpa measure`, worked out by survey

WEIGHTS <- c(a = 2, b = 1, c = 1)
CUTOFF <- 2

with_parts <- function(design) {
  within_line <- design$variables
  missing <- with(within_line, pmax(line - income / household_size, 0) / line)
  unmet <- sapply(within_line[names(WEIGHTS)], `==`, "no")
  score <- as.vector(unmet %*% WEIGHTS)
  censored <- unmet * (score >= CUTOFF)
  design$variables <- cbind(within_line,
    p0 = as.numeric(missing > 0), p1 = missing, p2 = missing^2,
    h = as.numeric(score >= CUTOFF), m0 = score * (score >= CUTOFF) / sum(WEIGHTS),
    setNames(as.data.frame(censored), paste0("censored.", names(WEIGHTS))),
    setNames(as.data.frame(t(t(censored) * WEIGHTS)), paste0("part.", names(WEIGHTS)))
  )
  design
}

put_ratio <- function(about, design, figure, above, below, ends) {
  found <- svyratio(above, below, design)
  put_interval(about, design, figure, coef(found)[[1]], SE(found)[[1]], ends)
}

put_interval <- function(about, design, figure, value, se, ends = c(-Inf, Inf)) {
  df <- degf(design)
  reach <- qt(0.975, df) * se
  do.call(put, c(about, list(figure = figure, value = value, se = se, df = df,
    low = max(value - reach, ends[1]), high = min(value + reach, ends[2]))))
}

# Korn and Graubard's interval, as svyciprop(method = "beta") has it; where no variance is seen, each first unit counts as one household.
put_proportion_of <- function(about, design, figure, above, below) {
  found <- svyratio(above, below, design)
  p <- coef(found)[[1]]
  se <- SE(found)[[1]]
  df <- degf(design)
  n <- length(unique(design$cluster[, 1]))
  if (se > 1e-12) n <- p * (1 - p) / se^2 * (qt(0.025, nrow(design) - 1) / qt(0.025, df))^2
  else p <- round(p)
  do.call(put, c(about, list(figure = figure, value = p, se = se, df = df,
    low = qbeta(0.025, n * p, n * (1 - p) + 1), high = qbeta(0.975, n * p + 1, n * (1 - p)))))
}

put_group <- function(data, design, by = "", group = "") {
  share <- c(0, 1)
  for (counted in c("households", "persons")) {
    about <- list(data = data, by = by, group = group, counted = counted)
    n <- if (counted == "persons") design$variables$household_size else rep(1, nrow(design$variables))
    times <- function(name) n * design$variables[[name]]
    ratio <- function(figure, above, below, ends = share) put_ratio(about, design, figure, above, below, ends)
    all <- svytotal(n, design)
    put_interval(about, design, counted, coef(all)[[1]], SE(all)[[1]], c(0, Inf))
    poor <- svytotal(times("h"), design)
    put_interval(about, design, "proposed.poor", coef(poor)[[1]], SE(poor)[[1]], c(0, Inf))
    for (name in c("p0", "h", paste0("censored.", names(WEIGHTS))))
      put_proportion_of(about, design, name, times(name), n)
    ratio("m0", times("m0"), n)
    for (name in c("p1", "p2")) ratio(name, times(name), n, c(-Inf, Inf))
    if (coef(poor)[[1]] == 0) next
    ratio("a", times("m0"), times("h"))
    for (name in names(WEIGHTS))
      ratio(paste0("contribution.", name), times(paste0("part.", name)), times("m0") * sum(WEIGHTS))
  }
}

put_figures <- function(data, design, in_domains = TRUE) {
  design <- with_parts(design)
  put_group(data, design)
  if (!in_domains) return(invisible())
  domains <- design$variables$domain
  for (group in sort(unique(as.character(domains)), method = "radix"))
    put_group(data, design[domains == group, ], "domain", group)
}

# ---- Records as `tpa measure` reads them

yes <- function(is) ifelse(is, "yes", "no")
write_records <- function(name, records) {
  records$income <- sprintf("%.2f", records$income)
  records$weight <- sprintf("%.9f", records$weight)
  file <- file.path(target, paste0(name, ".csv"))
  write.csv(records, file, row.names = FALSE, quote = FALSE)
  read.csv(file, colClasses = c(household_id = "character", psu = "character", stratum = "character"))
}

# Schools are households, pupils who were tested are persons, and an index of 1000 is the line.
schools <- function(from, stratum, psu, units, households, weight) {
  with(from, data.frame(
    household_id = cds, household_size = api.stu, income = api00 * api.stu, line = 1000,
    a = yes(awards == "Yes"), b = yes(sch.wide == "Yes"), c = yes(comp.imp == "Yes"), domain = awards,
    stratum = stratum, psu = psu, units = units, households = households, weight = weight
  ))
}

# A person of eusilc by itself, or a household; who is below the line misses the first mark.
incomes <- function(from, id, size, line) {
  large <- from$hsize >= 5
  data.frame(
    household_id = id, household_size = size, income = from$eqIncome * size, line = line,
    a = yes(from$eqIncome >= line), b = yes(!large), c = yes(from$hy070n == 0), domain = ifelse(large, "large", "small"),
    stratum = gsub(" ", "_", from$db040), psu = id, units = "", households = "", weight = from$db090
  )
}

# ---- What is printed

version <- function(name) paste(name, packageVersion(name))
cat("# R ", as.character(getRversion()), ", ", version("survey"), ", ", version("laeken"),
  ": Rscript scripts/reference.R OUTDIR; estimates alone, no record of the data behind them\n", sep = "")
cat(paste(COLUMNS, collapse = ","), "\n", sep = "")

own <- read.csv(file.path(root, "tests/programme/measure/reference/sample.csv"))
put_figures("sample", svydesign(id = ~psu + household_id, strata = ~stratum, fpc = ~units + households, weights = ~weight, data = own))
put_figures("sample-one-stage", svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = own))
put_figures("sample-households", svydesign(id = ~household_id, weights = ~weight, data = own))

data(api)
strata <- write_records("apistrat", schools(apistrat, apistrat$stype, apistrat$cds, apistrat$fpc, "", apistrat$pw))
stratified <- svydesign(id = ~1, strata = ~stratum, fpc = ~units, weights = ~weight, data = strata)
put_figures("apistrat", stratified)
pupils <- schools(apistrat, apistrat$stype, apistrat$cds, apistrat$fpc, "", apistrat$pw)
# With a line of 1, the gap of those who were not tested is the ratio of those who were.
pupils[c("household_size", "income", "line")] <- with(apistrat, list(enroll, enroll - api.stu, 1))
pupils <- write_records("apistrat-enrolled", pupils)
put_figures("apistrat-enrolled", svydesign(id = ~1, strata = ~stratum, fpc = ~units, weights = ~weight, data = pupils))

one <- write_records("apiclus1", schools(apiclus1, "", apiclus1$dnum, apiclus1$fpc, "", apiclus1$pw))
clusters <- svydesign(id = ~psu, fpc = ~units, weights = ~weight, data = one)
put_figures("apiclus1", clusters)

two <- write_records("apiclus2", schools(apiclus2, "", apiclus2$dnum, apiclus2$fpc1, as.vector(apiclus2$fpc2), apiclus2$pw))
stages <- svydesign(id = ~psu + household_id, fpc = ~units + households, weights = ~weight, data = two)
put_figures("apiclus2", stages)
endless <- svydesign(id = ~psu, weights = ~weight, data = two)
put_figures("apiclus2-endless", endless)

data(eusilc)
heads <- eusilc[!duplicated(eusilc$db030), ]
relative <- round(0.6 * weightedMedian(eusilc$eqIncome, eusilc$rb050), 2)
persons <- write_records("eusilc-persons", incomes(eusilc, eusilc$rb030, 1, 10000))
put_figures("eusilc-persons", svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = persons), FALSE)
homes <- write_records("eusilc-households", incomes(heads, heads$db030, heads$hsize, 10000))
put_figures("eusilc-households", svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = homes))
homes <- write_records("eusilc-relative", incomes(heads, heads$db030, heads$hsize, relative))
put_figures("eusilc-relative", svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = homes), FALSE)
put("eusilc", "line", relative)
put("eusilc", "rate", arpr("eqIncome", weights = "rb050", data = eusilc)$value / 100)

put_mean <- function(data, design) {
  score <- ~ I(income / household_size)
  mean <- svymean(score, design)
  put_interval(list(data = data), design, "mean", coef(mean)[[1]], SE(mean)[[1]])
}
put_mean("apistrat", stratified)
put_mean("apiclus1", clusters)
put_mean("apiclus2", stages)
put_mean("apiclus2-endless", endless)

put_proportion <- function(data, design) {
  share <- svyciprop(~ I(a == "yes"), design, method = "beta")
  put(data, "proportion", coef(share)[[1]], SE(share)[[1]], degf(design), confint(share)[1], confint(share)[2])
}
put_proportion("apiclus1", clusters)
put_proportion("apiclus2", stages)
put_proportion("apistrat", stratified)

for (case in list(c(0, 30), c(1, 40), c(5, 443), c(18, 200), c(199, 200), c(30, 30))) {
  of <- paste(case, collapse = "/")
  exact <- binom.test(case[1], case[2])$conf.int
  score <- prop.test(case[1], case[2], correct = FALSE)$conf.int
  put("clopper-pearson", "interval", case[1] / case[2], low = exact[1], high = exact[2], group = of)
  suppressWarnings(put("wilson", "interval", case[1] / case[2], low = score[1], high = score[2], group = of))
}
for (df in c(1, 2, 5, 14, 39, 197, 1e6, Inf)) put("t", "0.975", qt(0.975, df), df = df)
for (shape in list(c(1, 40), c(0.5, 0.5), c(46.3, 113.4), c(2, 2)))
  for (tail in c(0.025, 0.975)) put("beta", tail, qbeta(tail, shape[1], shape[2]), group = paste(shape, collapse = "/"))

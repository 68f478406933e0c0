# A project with one change to a known file and one new file.
git init -q work
cd work
echo 'package shop' > total.go
git add total.go
git commit -q -m 'Add the total'
echo 'func total() int { return 0 }' >> total.go
echo 'package shop' > discount.go

# A clone of a project with the branch develop.
git init -q --bare origin.git
git clone -q origin.git work 2>/dev/null
cd work
git commit -q --allow-empty -m 'Start'
git push -q -u origin main 2>/dev/null
git checkout -q -b develop
git push -q -u origin develop 2>/dev/null
git checkout -q main

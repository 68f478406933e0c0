//! Where the topics of a unit stand: rows that read from left to right in learning order.
//!
//! # Design
//!
//! Topics come in the order of the path. A topic stands to the right of the last one that it needs; when that place is
//! taken, it hangs from it in a row below. What cannot be joined to anything begins a row, or shares one with others that
//! nothing needs. So read row by row, whatever a topic needs comes before it, and the text order is the learning order.
//! Lines are drawn where a topic stands beside what it needs; other needs are told in words beside the map.

/// Columns and widths of names that are tried in turn: rather fewer columns than names that are cut.
pub const SHAPES: [(usize, i32); 4] = [(4, 26), (3, 26), (2, 26), (2, 22)];

/// Cells between two columns: without a line, with one, with a fork. Forks need room for `─┬──`.
const GAPS: [i32; 3] = [3, 3, 6];

/// Space that is left over goes between the columns, at most so much to each.
const LOOSE: i32 = 3;

/// The topics of a unit in rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The nodes of each row by column.
    pub rows: Vec<Vec<Option<usize>>>,
    /// The first cell of each column.
    pub xs: Vec<i32>,
    /// Straight lines, by row and column of the node that they lead to.
    pub lines: Vec<(usize, usize)>,
    /// Forks.
    pub forks: Vec<Fork>,
}

/// Lines that lead from one node to several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fork {
    /// The row of the node that it begins at.
    pub row: usize,
    /// The column of the nodes that it leads to.
    pub column: usize,
    /// Their rows, without the one that it begins in.
    pub to: Vec<usize>,
}

/// What is to be laid out: how wide each node is, and which of the others it needs.
pub struct Nodes<'a> {
    /// Cells that each takes, mark and name.
    pub widths: &'a [i32],
    /// Indices of what each needs, within the same unit.
    pub needs: &'a [Vec<usize>],
}

impl Grid {
    /// One node in each row.
    pub fn list(len: usize, from: i32) -> Grid {
        Grid { rows: (0..len).map(|i| vec![Some(i)]).collect(), xs: vec![from], ..Grid::default() }
    }

    /// Lays nodes out within the cells `from` up to but not including `edge`, in at most so many columns; `None` where they
    /// do not fit.
    pub fn lay(nodes: &Nodes, columns: usize, from: i32, edge: i32) -> Option<Grid> {
        let mut grid = Build::of(nodes, columns).grid();
        let used = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        grid.xs = vec![from; used];
        for column in 1..used {
            grid.xs[column] = grid.least(nodes, column);
        }
        let mut rest = edge - grid.end(nodes);
        // What is left over makes lines longer, the last ones first: columns stay close to where reading begins.
        for column in (1..used).rev() {
            let more = rest.clamp(0, LOOSE);
            grid.xs[column..].iter_mut().for_each(|x| *x += more);
            rest = edge - grid.end(nodes);
        }
        (grid.end(nodes) <= edge).then_some(grid)
    }

    /// The first cell that a column can have: behind every node that stands before it in its row.
    fn least(&self, nodes: &Nodes, column: usize) -> i32 {
        let behind = |row: &Vec<Option<usize>>| {
            row.get(column).copied().flatten()?;
            let (at, node) = row[..column].iter().enumerate().rev().find_map(|(c, n)| n.map(|n| (c, n)))?;
            Some(self.xs[at] + nodes.widths[node] + self.gap(column))
        };
        let free = self.xs[column - 1] + self.gap(column);
        self.rows.iter().filter_map(behind).max().unwrap_or(free).max(free)
    }

    /// The cell behind the last one that anything takes.
    fn end(&self, nodes: &Nodes) -> i32 {
        let ends = self
            .rows
            .iter()
            .flat_map(|row| row.iter().enumerate().filter_map(|(c, n)| n.map(|n| self.xs[c] + nodes.widths[n])));
        ends.max().unwrap_or(0)
    }

    fn gap(&self, column: usize) -> i32 {
        let fork = self.forks.iter().any(|f| f.column == column);
        let line = self.lines.iter().any(|(_, c)| *c == column);
        GAPS[if fork { 2 } else { usize::from(line) }]
    }
}

/// A node in its place.
#[derive(Debug, Clone, Copy)]
struct Cell {
    node: usize,
    /// The node that a line comes from.
    from: Option<usize>,
}

/// A grid that is being filled.
struct Build<'a> {
    nodes: &'a Nodes<'a>,
    columns: usize,
    rows: Vec<Vec<Option<Cell>>>,
    /// Whether others of the unit need a node.
    needed: Vec<bool>,
}

impl<'a> Build<'a> {
    fn of(nodes: &'a Nodes<'a>, columns: usize) -> Build<'a> {
        let mut needed = vec![false; nodes.widths.len()];
        nodes.needs.iter().flatten().for_each(|n| needed[*n] = true);
        let mut build = Build { nodes, columns, rows: Vec::new(), needed };
        (0..nodes.widths.len()).for_each(|n| build.place(n));
        build
    }

    fn place(&mut self, node: usize) {
        let mut needs: Vec<(usize, usize)> = self.nodes.needs[node].iter().filter_map(|n| self.find(*n)).collect();
        needs.sort_unstable_by(|a, b| b.cmp(a));
        let after = needs.first().copied();
        for (row, column) in needs {
            let Some(parent) = self.rows[row][column].map(|c| c.node) else { continue };
            if column + 1 >= self.columns {
                continue;
            }
            let cell = Cell { node, from: Some(parent) };
            let free = self.rows[row].len() == column + 1;
            if free && after == Some((row, column)) {
                self.rows[row].push(Some(cell));
                return;
            }
            let below = self.below(row, column);
            let forks = self.rows[row].get(column + 1).is_some_and(|c| c.is_some_and(|c| c.from == Some(parent)));
            if forks && after.is_none_or(|(r, _)| r < below) {
                let mut cells = vec![None; column + 1];
                cells.push(Some(cell));
                self.rows.insert(below, cells);
                return;
            }
        }
        self.place_alone(node, after);
    }

    /// The row below everything that hangs from the node at a place.
    fn below(&self, row: usize, column: usize) -> usize {
        let hangs = |r: &&Vec<Option<Cell>>| r.iter().take(column + 1).all(Option::is_none);
        row + 1 + self.rows[row + 1..].iter().take_while(hangs).count()
    }

    /// A row of its own; nodes that nothing needs share one.
    fn place_alone(&mut self, node: usize, after: Option<(usize, usize)>) {
        let cell = Some(Cell { node, from: None });
        if !self.needed[node] {
            let first = after.map_or(0, |(row, _)| row + 1);
            let columns = self.columns;
            let needed = &self.needed;
            let open = |r: &Vec<Option<Cell>>| {
                r.len() < columns && r.iter().all(|c| c.is_some_and(|c| c.from.is_none() && !needed[c.node]))
            };
            if let Some(row) = self.rows.iter().skip(first).position(open) {
                self.rows[first + row].push(cell);
                return;
            }
        }
        self.rows.push(vec![cell]);
    }

    fn find(&self, node: usize) -> Option<(usize, usize)> {
        let at = |r: &Vec<Option<Cell>>| r.iter().position(|c| c.is_some_and(|c| c.node == node));
        self.rows.iter().enumerate().find_map(|(row, cells)| at(cells).map(|column| (row, column)))
    }

    fn grid(&self) -> Grid {
        let mut out = Grid {
            rows: self.rows.iter().map(|r| r.iter().map(|c| c.map(|c| c.node)).collect()).collect(),
            ..Grid::default()
        };
        for (row, cells) in self.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let Some((start, _)) = cell.and_then(|c| c.from).and_then(|f| self.find(f)) else { continue };
                if start == row {
                    out.lines.push((row, column));
                } else if let Some(fork) = out.forks.iter_mut().find(|f| f.row == start && f.column == column) {
                    fork.to.push(row);
                } else {
                    out.forks.push(Fork { row: start, column, to: vec![row] });
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lay(needs: &[&[usize]], width: i32, edge: i32) -> Grid {
        let needs: Vec<Vec<usize>> = needs.iter().map(|n| n.to_vec()).collect();
        let nodes = Nodes { widths: &vec![width; needs.len()], needs: &needs };
        let laid = SHAPES.into_iter().find_map(|(columns, _)| Grid::lay(&nodes, columns, 7, edge));
        laid.unwrap_or_else(|| Grid::list(needs.len(), 7))
    }

    fn rows(grid: &Grid) -> Vec<Vec<i32>> {
        grid.rows.iter().map(|r| r.iter().map(|c| c.map_or(-1, |n| n as i32)).collect()).collect()
    }

    #[test]
    fn a_chain_is_one_row_with_lines() {
        let grid = lay(&[&[], &[0], &[1], &[2]], 12, 79);
        assert_eq!(rows(&grid), [[0, 1, 2, 3]]);
        assert_eq!(grid.lines, [(0, 1), (0, 2), (0, 3)]);
        assert_eq!(grid.forks, []);
    }

    #[test]
    fn what_needs_the_same_hangs_below_it() {
        // relational, normalisation, indexes, acid (needs relational), isolation (needs acid), CAP (needs relational)
        let grid = lay(&[&[], &[0], &[1], &[0], &[3], &[0]], 12, 79);
        assert_eq!(rows(&grid), [vec![0, 1, 2], vec![-1, 3, 4], vec![-1, 5]]);
        assert_eq!(grid.forks, [Fork { row: 0, column: 1, to: vec![1, 2] }]);
        assert_eq!(grid.lines, [(0, 1), (0, 2), (1, 2)]);
    }

    #[test]
    fn topics_that_stand_alone_share_rows() {
        let grid = lay(&[&[], &[], &[], &[], &[]], 12, 79);
        assert_eq!(rows(&grid), [vec![0, 1, 2, 3], vec![4]]);
        assert_eq!(grid.lines, []);
    }

    #[test]
    fn long_names_take_fewer_columns() {
        let grid = lay(&[&[], &[0], &[1]], 26, 79);
        assert_eq!(grid.xs.len(), 2);
        assert_eq!(rows(&grid), [vec![0, 1], vec![2]]);
        assert_eq!(lay(&[&[], &[0]], 60, 79).xs, [7]);
        assert_eq!(rows(&lay(&[&[], &[0]], 100, 20)), [[0], [1]], "what fits nowhere is a list that is cut");
    }

    #[test]
    fn a_topic_that_needs_two_stands_after_both() {
        // 3 needs 1 (row 0) and 2 (a row further down): it stands beside 2.
        let grid = lay(&[&[], &[0], &[], &[1, 2]], 12, 79);
        assert_eq!(rows(&grid), [vec![0, 1], vec![2, 3]]);
        assert_eq!(grid.lines, [(0, 1), (1, 1)]);
    }

    proptest! {
        #[test]
        fn reading_row_by_row_everything_comes_after_what_it_needs(
            seed in prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 0..3), 0..24),
            widths in prop::collection::vec(3..40i32, 24),
            columns in 1..5usize,
            edge in 40..200i32,
        ) {
            let needs: Vec<Vec<usize>> = seed
                .iter()
                .enumerate()
                .map(|(i, picks)| if i == 0 { vec![] } else { picks.iter().map(|p| p.index(i)).collect() })
                .collect();
            let widths = &widths[..needs.len()];
            let nodes = Nodes { widths, needs: &needs };
            let Some(grid) = Grid::lay(&nodes, columns, 7, edge) else { return Ok(()) };
            let fits = |row: &Vec<Option<usize>>| {
                row.iter().enumerate().all(|(c, n)| n.is_none_or(|n| grid.xs[c] + widths[n] <= edge))
            };
            prop_assert!(grid.rows.iter().all(fits));
            let order: Vec<usize> = grid.rows.iter().flatten().filter_map(|c| *c).collect();
            let mut all = order.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (0..needs.len()).collect::<Vec<_>>(), "each stands once");
            let place = |n: usize| order.iter().position(|o| *o == n);
            for (node, list) in needs.iter().enumerate() {
                for need in list {
                    prop_assert!(place(*need) < place(node));
                }
            }
            for fork in &grid.forks {
                prop_assert!(grid.lines.contains(&(fork.row, fork.column)), "a fork has a straight branch");
                for row in fork.row + 1..*fork.to.iter().max().unwrap_or(&fork.row) + 1 {
                    let crossed = grid.rows[row].iter().take(fork.column).any(Option::is_some);
                    prop_assert!(!crossed, "nothing stands where a fork comes down");
                }
            }
        }
    }
}

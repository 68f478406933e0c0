CREATE TABLE orders (id INT PRIMARY KEY, created_at TEXT NOT NULL, total INT, status TEXT);

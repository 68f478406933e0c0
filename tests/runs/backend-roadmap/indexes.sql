CREATE TABLE orders (id INT PRIMARY KEY, store_id INT, created_at TEXT, total INT);
CREATE TABLE prices (sku TEXT PRIMARY KEY, price INT NOT NULL);

CREATE TABLE order_lines (order_id INT, line INT, customer TEXT, phone TEXT, PRIMARY KEY (order_id, line));
INSERT INTO order_lines VALUES (9031, 1, 'Sari', '0812-1111'), (9044, 1, 'Sari', '0812-1111');
CREATE TABLE stores (id INT PRIMARY KEY, order_count INT NOT NULL);
CREATE TABLE orders (id INT PRIMARY KEY, store_id INT NOT NULL REFERENCES stores (id));
INSERT INTO stores VALUES (1, 2), (2, 1);
INSERT INTO orders VALUES (1, 1), (2, 1);

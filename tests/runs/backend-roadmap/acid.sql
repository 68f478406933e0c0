CREATE TABLE wallets (id INT PRIMARY KEY, balance INT NOT NULL CHECK (balance >= 0));
INSERT INTO wallets VALUES (1, 500000), (2, 0);

#pragma once

#include "app/page/safehtml.h"

// Pictures that lie in the archive beside their article, for articles that know no address of their own.

// The base to resolve such an article's addresses against: the article's file: address. `root` and `path` as
// in readArticle().
QUrl articleFileAddress(const QByteArray &root, const QByteArray &path);

// What the addresses in an article are resolved against: its own link where it has one.
QUrl articleBase(const QString &originalLink, const QByteArray &root, const QByteArray &path);

// The bytes of a picture at a file: address below `root`, at most so many of them; empty where it cannot be
// read, or is larger than 10 MiB. They are a stranger's.
QByteArray neighbourBytes(const QUrl &address, const QByteArray &root, qint64 most);

// Reads every picture whose address is a file: address below `root` into its inlineData, 10 MiB a picture and
// 60 MiB in all (security.md 3, as for pictures from the network). What cannot be read stays empty. The bytes
// are a stranger's: whoever shows them checks them first.
QList<PagePicture> withNeighbours(QList<PagePicture> pictures, const QByteArray &root);

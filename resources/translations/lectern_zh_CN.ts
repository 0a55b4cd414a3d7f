<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArticleCommands</name>
    <message>
        <source>The article&apos;s address was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article was saved as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <extracomment>The header above a day&apos;s articles in the list, as QLocale::toString() reads it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>List FOLDER: one JSON object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save ARTICLE as OUT: .html (one file), .pdf or .png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask nothing of the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep settings, marks and pictures in FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the catalogue in FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desktop reader for folders of articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder to open, or one article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be listed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one folder or file can be opened at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--list needs a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--export needs an article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--export writes .html, .pdf or .png, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“lectern --help” shows what can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Lectern does not run as root: the web engine would be without its sandbox. Start it as another user.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailedPicture</name>
    <message>
        <source>It has not been fetched yet, and the network is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address does not lead to the public internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not exist any more, or there is no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server sent is not a picture that can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent us round in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article has more pictures than are fetched at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be kept on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press i to try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the previous place (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next place (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkOpener</name>
    <message>
        <source>Lectern opens only web and mail addresses, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads to:

%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program took the address %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ort the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;Sample Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the articles that come with Lectern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the folders opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the Folder &amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new, changed and removed articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top Reading the Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading the folder; what was read stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Article As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the article as HTML, PDF or a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work O&amp;ffline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask nothing of the network: show stored pictures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave Lectern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page &amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on; at the end, open the next unread article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page &amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back; at the start, open the previous unread article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next article of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the previous article of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next U&amp;nread Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next unread article of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious Unread Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the previous unread article of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the first article of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the last article of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next category of the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;evious Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the previous category of the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pane to the Ri&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move from the tree to the list, and from the list to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pane to the Le&amp;ft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move from the article to the list, and from the list to the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Into the Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move into the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the Article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find text in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the article&apos;s own address in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the article&apos;s own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the &amp;Pictures Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try once more to fetch the pictures that are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the article as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the article as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a star on the article, or take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual Text Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between light, dark and sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on light paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brown text on cream paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Serif Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the article in serif type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ans-serif Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the article in sans-serif type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the list by date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the list by title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the list by author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reversed Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the order of the list round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category &amp;Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the category tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Lectern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no further article here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is where the list begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue cannot be kept on disk (%1); it is made anew at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you read and star cannot be kept: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Folder of Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. The list is as it was last seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article in this category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Lectern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Lectern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Lectern %1&lt;/h3&gt;&lt;p&gt;A reader for folders of articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>&amp;Open Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Picture’s &amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageTexts</name>
    <message>
        <source>%1 (date is a guess)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article&apos;s markup could not be shown safely: this is its text alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of this file is damaged and was read line by line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some characters of this file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Original:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded page at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassStatus</name>
    <message>
        <source>How far the folder is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the folder: %1 articles so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 of %2 articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended or unreadable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · reading was stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureSaver</name>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>&amp;Open Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;Sample Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lectern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of articles and read. Nothing is imported, and nothing in the folder is changed.
You can also drop a folder on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no .md, .markdown or .html file in “%1” or in the folders below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Connect the disk or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebPane</name>
    <message>
        <source>The page could not be drawn, so this is its text alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web engine stopped while it drew this page, so this is its text alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
